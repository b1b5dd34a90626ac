#pragma once
#include <libpq-fe.h>

/* Swift does not import character-literal macros: the fields of an error or notice, as constants. */
static const int DVKD_DIAG_SEVERITY = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int DVKD_DIAG_SQLSTATE = PG_DIAG_SQLSTATE;
static const int DVKD_DIAG_MESSAGE = PG_DIAG_MESSAGE_PRIMARY;
static const int DVKD_DIAG_DETAIL = PG_DIAG_MESSAGE_DETAIL;
static const int DVKD_DIAG_HINT = PG_DIAG_MESSAGE_HINT;
static const int DVKD_DIAG_POSITION = PG_DIAG_STATEMENT_POSITION;
static const int DVKD_DIAG_CONTEXT = PG_DIAG_CONTEXT;
static const int DVKD_DIAG_SCHEMA = PG_DIAG_SCHEMA_NAME;
static const int DVKD_DIAG_TABLE = PG_DIAG_TABLE_NAME;
static const int DVKD_DIAG_COLUMN = PG_DIAG_COLUMN_NAME;
static const int DVKD_DIAG_CONSTRAINT = PG_DIAG_CONSTRAINT_NAME;
static const int DVKD_DIAG_SOURCE_FUNCTION = PG_DIAG_SOURCE_FUNCTION;
