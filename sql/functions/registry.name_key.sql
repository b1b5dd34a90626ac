-- The comparison key of names.  registry.name_words and registry.name_key are the SQL twins of
-- VietnameseText's nameKey; Tests/SchemaTests/NameKeyTests.swift proves them equal.

-- The dictionary: constants written by registry.load_abbreviations from sql/reference/abbreviations.csv.
-- An immutable function cannot read a table, so the dictionary is the body of two functions; they are
-- stable, hence inlined, hence a session drops its plans of name_key when they are replaced.
-- Created empty here only if missing, so that a deploy never empties them.
do $$
begin
    if to_regprocedure('registry.abbreviation_words()') is null then
        execute 'create function registry.abbreviation_words() returns jsonb language sql stable parallel safe as '
                || quote_literal('select ''{}''::jsonb');
    end if;
    if to_regprocedure('registry.abbreviation_prefixes()') is null then
        execute 'create function registry.abbreviation_prefixes() returns jsonb language sql stable parallel safe as '
                || quote_literal('select ''{}''::jsonb');
    end if;
end $$;
comment on function registry.abbreviation_words() is 'Từ điển chữ viết tắt / Abbreviations and what they stand for, written by registry.load_abbreviations.';
comment on function registry.abbreviation_prefixes() is 'Từ điển tiền tố địa danh / Place prefixes that count only before a name, written by registry.load_abbreviations.';

create or replace function registry.name_words(value text)
returns text language plpgsql immutable strict parallel safe as $$
-- Cuts a name into the words its comparison key is made of.
-- Parameters: value - any text.
-- Returns:    NFC, lower case (ICU), apostrophes and invisible characters removed, all other punctuation and
--             every kind of space made one space; a full stop stays at the end of its word ("tp. bắc kạn").
declare
    words text := value;
begin
    if words is not nfc normalized then
        words := normalize(words, nfc);
    end if;
    words := lower(words collate "und-x-icu");
    -- What is rare is looked for before it is replaced: looking is ten times cheaper.
    if words ~ E'[\u0001-\u0008\u000e-\u001f''`\u007f-\u0084\u0086-\u009f\u00ad\u00b4\u02b9-\u02bc\u034f\u03c2\u061c\u180e\u200b-\u200f\u2018\u2019\u201b\u202a-\u202e\u2032\u2060-\u206f\ufe00-\ufe0f\ufeff\uff07]' then
        words := translate(regexp_replace(words,
            E'[\u0001-\u0008\u000e-\u001f''`\u007f-\u0084\u0086-\u009f\u00ad\u00b4\u02b9-\u02bc\u034f\u061c\u180e\u200b-\u200f\u2018\u2019\u201b\u202a-\u202e\u2032\u2060-\u206f\ufe00-\ufe0f\ufeff\uff07]+',
            '', 'g'), 'ς', 'σ');
    end if;
    if words ~ E'[\u0009-\u000d!#-&*+;-@\\[-_{-~\u0085\u00a0-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u1680\u2000-\u200a\u2010-\u2012\u2014-\u2017\u201a\u201e-\u2029\u202f-\u2031\u2033-\u205f\u2190-\u27bf\u3000-\u3003\u3008-\u301f\uff01-\uff06\uff08-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]' then
        words := regexp_replace(words,
            E'[\u0009-\u000d!#-&*+;-@\\[-_{-~\u0085\u00a0-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u1680\u2000-\u200a\u2010-\u2012\u2014-\u2017\u201a\u201e-\u2029\u202f-\u2031\u2033-\u205f\u2190-\u27bf\u3000-\u3003\u3008-\u301f\uff01-\uff06\uff08-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+',
            ' ', 'g');
    end if;
    words := translate(words, E'"(),-/:\u2013\u201c\u201d', '          ');
    if position('.' in words) > 0 then
        words := replace(words, '.', '. ');
    end if;
    if position('  ' in words) > 0 then
        words := regexp_replace(words, '  +', ' ', 'g');
    end if;
    return btrim(words, ' ');
end $$;
comment on function registry.name_words(text) is 'Các từ của tên để so khớp / The words of a name, as its comparison key is made of.';

create or replace function registry.name_key(value text)
returns text language plpgsql immutable strict parallel safe as $$
-- The key by which names are compared: NFC, lower case, no punctuation, one tone-mark style (the mark of final
-- open oa, oe, uy on the last vowel: hoà, khoẻ, uỷ), abbreviations and place prefixes written out
-- (TP. → thành phố, LHPN → liên hiệp phụ nữ).  Diacritics count: Ma, Mã and Mạ differ; i and y differ.
-- Parameters: value - any text.
-- Returns:    the key; '' for a text without letters or digits.
-- The dictionary changes only with a release; a release that changes it recomputes the stored keys.
declare
    key text := registry.name_words(value);
    words text[] := string_to_array(key, ' ');
    short constant jsonb := registry.abbreviation_words();
    prefixes constant jsonb := registry.abbreviation_prefixes();
    written text[];
    size int;
    i int;
    long text;
begin
    if short ?| words or prefixes ?| words then
        size := cardinality(words);
        written := '{}';
        i := 1;
        while i <= size loop
            long := short ->> words[i];
            -- {"qp": {"an": "quốc phòng an ninh"}}: an abbreviation of two words.
            if left(long, 1) = '{' then
                long := short -> words[i] ->> rtrim(words[i + 1], '.');
                if long is not null then
                    i := i + 1;
                end if;
            end if;
            -- “TT Huyện ủy” names no place.
            if long is null and i < size and coalesce(rtrim(words[i + 2], '.') not in ('ủy', 'uỷ'), true) then
                long := prefixes ->> words[i];
            end if;
            written := written || coalesce(long, words[i]);
            i := i + 1;
        end loop;
        key := array_to_string(written, ' ');
    end if;
    if position('.' in key) > 0 then
        key := btrim(regexp_replace(replace(key, '.', ''), '  +', ' ', 'g'), ' ');
    end if;
    if key ~ '[òóỏõọ][ae]( |$)|[ùúủũụ]y( |$)' then
        key := key || ' ';
        key := replace(replace(replace(replace(replace(key,
            'òa ', 'oà '), 'óa ', 'oá '), 'ỏa ', 'oả '), 'õa ', 'oã '), 'ọa ', 'oạ ');
        key := replace(replace(replace(replace(replace(key,
            'òe ', 'oè '), 'óe ', 'oé '), 'ỏe ', 'oẻ '), 'õe ', 'oẽ '), 'ọe ', 'oẹ ');
        key := replace(replace(replace(replace(replace(key,
            'ùy ', 'uỳ '), 'úy ', 'uý '), 'ủy ', 'uỷ '), 'ũy ', 'uỹ '), 'ụy ', 'uỵ ');
        key := rtrim(key, ' ');
    end if;
    return key;
end $$;
comment on function registry.name_key(text) is 'Khóa so khớp tên / The key by which names are compared: form, case, punctuation, tone-mark style and abbreviations do not count.';
