/// Statements that must have run before the first migration: roles, and the tables in which migrate keeps its state.
enum SchemaSetUp {
  /// Creates the roles that are missing and what they need of the database.
  ///
  /// Roles belong to the cluster, not to the database whose lock migrate holds: another migration may create them at the same
  /// moment, so each step looks first and forgives the loser of the race; the caller repeats on 23505, 42710 and XX000.
  static let roles = """
    do $$
    declare
        role_name text;
    begin
        foreach role_name in array array['dvk_owner', 'dvk_daemon', 'dvk_portal', 'dvk_operator', 'dvk_reader'] loop
            if not exists (select from pg_catalog.pg_roles r where r.rolname = role_name) then
                begin
                    execute format('create role %I nologin', role_name);
                exception when duplicate_object or unique_violation then null;
                end;
            end if;
        end loop;
        if not pg_catalog.pg_has_role('dvk_owner', 'dvk_daemon', 'member') then
            grant dvk_daemon to dvk_owner;
        end if;
        if not pg_catalog.pg_has_role(current_user, 'dvk_owner', 'member') then
            execute format('grant dvk_owner to %I', current_user);
        end if;
        if not (pg_catalog.has_database_privilege('dvk_owner', pg_catalog.current_database(), 'create')
                and pg_catalog.has_database_privilege('dvk_owner', pg_catalog.current_database(), 'temporary')) then
            execute format('grant create, temporary on database %I to dvk_owner', pg_catalog.current_database());
        end if;
    end $$
    """

  /// Creates what migrate itself keeps in the database; run as `dvk_owner`, once.
  ///
  /// PostgreSQL lets everybody execute a new function; ours are executed by those whom `grants.sql` names.
  static let tables = """
    alter default privileges revoke execute on functions from public;

    create schema if not exists queue;
    comment on schema queue is 'Hàng đợi công việc nền / Background job queue.';

    create table queue.schema_version (
        version integer primary key constraint version_is_positive check (version > 0),
        name text not null,
        applied_at timestamptz not null default now()
    );
    comment on table queue.schema_version is 'Phiên bản lược đồ đã cài đặt / Migrations applied to this database.';
    comment on column queue.schema_version.version is 'Số phiên bản / Number of the migration.';
    comment on column queue.schema_version.name is 'Tên bước nâng cấp / Name of the migration.';
    comment on column queue.schema_version.applied_at is 'Thời điểm cài đặt / When it was applied.';

    create table queue.schema_file (
        path text primary key,
        digest text not null,
        applied_at timestamptz not null default now()
    );
    comment on table queue.schema_file is 'Tệp lược đồ đã cài đặt / Files of sql/ as last applied to this database.';
    comment on column queue.schema_file.path is 'Đường dẫn tệp / Path below sql/.';
    comment on column queue.schema_file.digest is 'Mã băm SHA-256 / SHA-256 of the file, in hexadecimal.';
    comment on column queue.schema_file.applied_at is 'Thời điểm cài đặt / When it was applied.';
    """

  /// Lets every role of the product see the version it talks to; run after `grants.sql`.
  static let grants = """
    grant usage on schema queue to dvk_daemon, dvk_operator, dvk_reader;
    grant select on queue.schema_version, queue.schema_file to dvk_daemon, dvk_operator, dvk_reader;
    """
}
