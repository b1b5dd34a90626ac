create or replace function registry.symbol_key(symbol text)
returns text language sql immutable parallel safe as $$
-- The key by which document symbols are compared: NFC, one kind of dash and space, no spaces around - and /,
-- upper case by ICU, TƯ read as TW.  Repairs nothing: a lost hyphen stays lost.
-- Returns: the key, or null for an empty or null symbol.
    select nullif(replace(upper(regexp_replace(btrim(regexp_replace(
               translate(normalize(symbol, NFC), E'\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00a0\u202f', '-------  '),
               '\s+', ' ', 'g')), ' *([-/]) *', '\1', 'g') collate "vi-x-icu"), '/TƯ', '/TW'), '')
$$;
comment on function registry.symbol_key(text) is 'Khóa so sánh số, ký hiệu văn bản / The key by which document symbols are compared.';
