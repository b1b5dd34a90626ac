-- The signature of a title.  The SQL twin of DanVanKheo's TitleSignature; Tests/SchemaTests/TitleSignatureTests.swift proves them
-- equal.  The daemon computes signatures itself, fifty times faster; this one serves models whose verdict carried none.

create or replace function registry.plain_letters(value text)
returns text language sql immutable strict parallel safe as $$
-- A comparison key without the marks of its letters (ậ → a, đ → d); for candidates only, never for equality.
    select translate(value, 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
                     'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')
$$;
comment on function registry.plain_letters(text) is 'Bỏ dấu chữ Việt / Letters without their marks, for candidates only.';

create or replace function registry.title_end(words text[])
returns int language plpgsql immutable strict parallel safe as $$
-- How many words of a title stand before the address at its end ("trồng cây quế | tại thôn tân thành").
-- Parameters: words - of the title's comparison key.
-- Returns:    2 or more, or the number of words if no address is found.
declare
    -- Words that start an address, each with the words that may not follow it there ("xã hội", "tổ chức") …
    nouns constant jsonb := '{
        "thôn": ["bản", "xóm", "làng", "văn"], "xóm": ["làng", "thôn"], "bản": ["sắc", "lĩnh", "thân", "làng", "tin"],
        "ấp": ["ủ", "văn"], "khu": ["vực", "công", "vui", "du"], "khối": ["đoàn", "đại"], "làng": ["nghề", "văn", "xóm"],
        "tổ": ["chức", "tự", "tiết", "hợp", "hoà", "liên", "quốc", "ấm", "phụ", "nhân", "an", "tiên", "vay", "hội", "xung"],
        "buôn": ["bán", "làng"], "phum": [], "sóc": [], "xã": ["hội", "viên", "đạt"], "phường": ["hội"], "huyện": ["đội"],
        "tỉnh": ["đoàn"]}';
    -- … and those that may not stand before it ("nông thôn", "hợp tác xã").
    before constant jsonb := '{
        "thôn": ["nông"], "xã": ["tác", "thị"], "bản": ["cơ", "văn", "căn", "kịch"], "tổ": ["tiên", "mỗi"], "làng": ["dân"],
        "khu": ["đặc", "chiến"], "khối": ["liên"], "phường": ["biêu"]}';
    connectors constant text[] := '{tại,ở,thuộc,trên,địa,bàn,của,trong,cho}';
    count  constant int := cardinality(words);
    start  int := count;
    length int := 0;
    here   boolean;
begin
    if count <= 2 then
        return count;
    end if;
    -- i counts from 0, as in Swift.
    for i in reverse count - 1 .. 2 loop
        here := false;
        if nouns ? words[i + 1] then
            if length = 0 then
                here := start < count;
            else
                here := not (nouns -> words[i + 1]) ? words[i + 2]
                    and not (words[i + 2] = 'nông' and i + 2 < count and words[i + 3] = 'thôn')
                    and not coalesce((before -> words[i + 1]) ? words[i], false);
            end if;
        end if;
        if here then
            start := i;
            length := 0;
        else
            length := length + 1;
            exit when length > 4;
        end if;
    end loop;
    if start < count then
        while start > 2 and words[start] = any (connectors) loop
            start := start - 1;
        end loop;
    end if;
    return start;
end $$;
comment on function registry.title_end(text[]) is 'Số từ của tên trước phần địa chỉ / Words of a title before the address at its end.';

create or replace function registry.trigram_hashes(words text[])
returns bigint[] language sql immutable strict parallel safe as $$
-- The trigrams of some words as pg_trgm takes them (two spaces before a word, one behind), hashed modulo 2147483647.
    select coalesce(array_agg(distinct ((ascii(substr(p.word, i, 1))::bigint * 1000003 + ascii(substr(p.word, i + 1, 1))) % 2147483647
                                        * 1000003 + ascii(substr(p.word, i + 2, 1))) % 2147483647), '{}')
    from unnest(words) w, lateral (select '  ' || w || ' ' as word) p, generate_series(1, length(w) + 1) i
$$;
comment on function registry.trigram_hashes(text[]) is 'Bộ ba ký tự của các từ / Hashes of the trigrams of some words.';

create or replace function registry.trigram_bits(hashes bigint[])
returns bit(512) language plpgsql immutable strict parallel safe as $$
-- Sets a bit for each hash.
declare
    bits bit(512) := repeat('0', 512)::bit(512);
    h bigint;
begin
    foreach h in array hashes loop
        bits := set_bit(bits, (h % 512)::int, 1);
    end loop;
    return bits;
end $$;
comment on function registry.trigram_bits(bigint[]) is 'Bộ lọc bit của bộ ba ký tự / A bit for each trigram.';

create or replace function registry.title_number(core_bits bit(512))
returns bigint language plpgsql immutable strict parallel safe as $$
-- A hash of 62 bits of a title's trigrams, the same as TitleSignature's in Swift: titles that cannot be told apart by them are one.
declare
    high  bigint := 1;
    low   bigint := 1;
    piece bigint;
begin
    for i in 0..31 loop
        piece := substring(core_bits from i * 16 + 1 for 16)::bit(16)::bigint;
        high := (high * 1000003 + piece) % 2147483647;
        low := (low * 48271 + piece) % 2147483647;
    end loop;
    return high << 31 | low;
end $$;
comment on function registry.title_number(bit) is 'Số của một tên / A hash of a title''s trigrams.';

create or replace function registry.title_signature(name_key text)
returns table (parts bigint[], title bigint, core_bits bit(512))
language plpgsql immutable strict parallel safe as $$
-- The signature of a title, from its comparison key alone.
-- Parameters: name_key - as registry.name_key gives it.
-- Returns:    one row: hashes of the three parts that the words before the address are dealt into, without their marks; the trigrams
--             of these words as bits, and the number of the title, a hash of them.
declare
    words  text[] := array(select w from unnest(string_to_array(title_signature.name_key, ' ')) with ordinality x (w, o) where w <> '' order by o);
    before text[] := words[1:registry.title_end(words)];
    plain  text[] := array(select w from unnest(before) w where w not in (
        'mô', 'hình', 'khéo', 'vận', 'động', 'tuyên', 'truyền', 'nhân', 'dân', 'thực', 'hiện', 'trong', 'và', 'của', 'cho', 'các',
        'tham', 'gia', 'phong', 'trào', 'góp', 'phần', 'gắn', 'với'));
    high   bigint[] := '{1,2,3,4}';
    low    bigint[] := '{1,2,3,4}';
    filled boolean[] := '{f,f,f,t}';
    word   text;
    letter text;
    hash   bigint;
    i      int;
begin
    if cardinality(plain) < 2 then
        plain := before;
    end if;
    plain := array(select distinct registry.plain_letters(w) collate "C" as p from unnest(plain) w order by p);
    foreach word in array plain loop
        hash := 1;
        foreach letter in array string_to_array(word, null) loop
            hash := (hash * 1000003 + ascii(letter)) % 2147483647;
        end loop;
        -- The part it is dealt into, and the whole.
        foreach i in array array[(hash * 48271 % 2147483647 % 3)::int + 1, 4] loop
            high[i] := (high[i] * 1000003 + hash) % 2147483647;
            low[i] := (low[i] * 48271 + hash) % 2147483647;
            filled[i] := true;
        end loop;
    end loop;
    parts := array(select high[n] << 31 | low[n] from generate_series(1, 3) p, lateral (select case when filled[p] then p else 4 end as n) x
                   order by p);
    core_bits := registry.trigram_bits(registry.trigram_hashes(plain));
    title := registry.title_number(core_bits);
    return next;
end $$;
comment on function registry.title_signature(text) is 'Dấu vết của tên mô hình / The signature of a title, from its comparison key.';

create or replace function registry.title_probe(name text, unit_id bigint default null)
returns jsonb language sql stable set search_path = registry, pg_temp as $$
-- The probe of one title, for psql: select * from registry.similar_models(jsonb_build_array(registry.title_probe('Trồng cây quế'))).
    select jsonb_build_object('id', 0, 'parts', t.parts, 'title', t.title, 'core_bits', t.core_bits)
           || case when unit_id is null then '{}' else jsonb_build_object('unit_id', unit_id) end
    from registry.title_signature(registry.name_key(name)) t
$$;
comment on function registry.title_probe(text, bigint) is 'Câu hỏi tìm mô hình giống theo tên / The probe of one title for registry.similar_models.';
