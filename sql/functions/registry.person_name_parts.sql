create or replace function registry.person_name_parts(name text)
returns text[] language sql immutable strict parallel safe as $$
-- A person's name as Vietnamese lists are sorted by: tên, then họ, then đệm.
-- Use:        order by registry.person_name_parts(name) collate registry.vietnamese
-- Parameters: name - a full name; titles do not belong into it.
-- Returns:    {given name, family name, middle names}; what is missing is ''.
-- The SQL twin of VietnameseText's PersonNameOrder; Tests/SchemaTests/VietnameseOrderTests.swift proves them equal.
select array[coalesce(words[cardinality(words)], ''),
             case when cardinality(words) > 1 then words[1] else '' end,
             case when cardinality(words) > 2 then array_to_string(words[2:cardinality(words) - 1], ' ') else '' end]
from (select array_remove(string_to_array(translate(normalize(name, nfc),
                 E'\t\n\u000b\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
                 repeat(' ', 24)), ' '), '') as words) w
$$;
comment on function registry.person_name_parts(text) is 'Tên, họ, đệm để xếp danh sách / Given, family and middle names, as lists of people are sorted.';
