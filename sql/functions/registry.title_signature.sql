-- The signature of a title.  The SQL twin of DanVanKheo's TitleSignature; Tests/SchemaTests/TitleSignatureTests.swift proves them
-- equal.  The daemon computes signatures itself, a hundred times faster; this one serves models whose verdict carried none.

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

create or replace function registry.title_signature(name_key text)
returns table (title_group bigint, buckets int[], group_bits bit(512), bits bit(512))
language plpgsql immutable strict parallel safe as $$
-- The signature of a title, from its comparison key alone.
-- Parameters: name_key - as registry.name_key gives it.
-- Returns:    one row: the group (a hash of the plain words before the address, sorted), its 12 buckets (MinHash, 6 rows a band),
--             the trigrams of the group's words and of the whole key as bits.
declare
    -- Powers of 48271 modulo 2147483647, in turn multipliers and addends.
    multipliers constant bigint[] := array[
        48271, 1291394886, 2078669041, 1105902161, 564586691, 192302371, 1250328747, 1271135913, 1882556969, 1559527823,
        638022372, 1931656580, 1936030137, 353718330, 1947433875, 2010567813, 662405787, 849178936, 1479919876, 1272185027,
        1308858262, 1287522347, 1057382352, 153892771, 480194461, 180318217, 1324346645, 1587659744, 942409124, 1951824771,
        1239222494, 1500063655, 978785428, 276590098, 948709761, 1082682476, 1243427070, 200599677, 1788215331, 409875951,
        2058462609, 243877847, 1336273608, 1318652553, 324062450, 1715708819, 1925544752, 425095546, 851194519, 1391748448,
        268625699, 190807059, 1161007069, 1181057508, 1040552188, 15580725, 442770701, 246980175, 365367087, 524054552,
        88805914, 785648268, 844776180, 1210064531, 1487339364, 1779057140, 1675916665, 1257001204, 2045335146, 1682841092,
        1228493995, 328389139];
    addends constant bigint[] := array[
        182605794, 1914720637, 407355683, 854716505, 1596680831, 1203428207, 1738531149, 1098894339, 2136927794, 2075782095,
        914937185, 1402304087, 2064876628, 1842513780, 631416347, 890442452, 1105724094, 1696049367, 1168816941, 201068705,
        928270262, 1814467857, 1659675143, 412013968, 1675824860, 389431516, 1243696899, 674592135, 884730203, 2130959757,
        352020689, 719080959, 163677341, 374787159, 80100956, 1003765604, 1447645967, 143244144, 837051536, 355190910,
        2127735996, 1869683330, 1444510476, 1262088783, 547639202, 1273555394, 583514338, 580853881, 206008598, 1358404307,
        324855843, 2037666653, 91491940, 1578591759, 999647265, 477900025, 1227253027, 1298302928, 1498947413, 1427401579,
        372915282, 1613822255, 1771495544, 1617261148, 685153140, 1143645057, 316870078, 1702155946, 1959645388, 1705920510,
        20204387, 1095330162];
    words  text[] := array(select w from unnest(string_to_array(title_signature.name_key, ' ')) with ordinality x (w, o) where w <> '' order by o);
    before text[] := words[1:registry.title_end(words)];
    plain  text[] := array(select w from unnest(before) w where w not in ('mô', 'hình', 'khéo'));
    hashes bigint[];
    lowest  bigint[];
    high   bigint := 1;
    low    bigint := 1;
    bucket bigint;
    c      bigint;
begin
    if plain = '{}' then
        plain := before;
    end if;
    plain := array(select distinct registry.plain_letters(w) collate "C" as p from unnest(plain) w order by p);
    for c in select ascii(x) from regexp_split_to_table(array_to_string(plain, ' ') || ' ', '') with ordinality y (x, o)
             where plain <> '{}' order by o loop
        high := (high * 1000003 + c) % 2147483647;
        low := (low * 48271 + c) % 2147483647;
    end loop;
    title_group := high << 31 | low;
    hashes := registry.trigram_hashes(plain);
    select array_agg(m.lowest order by m.j) into lowest
    from (select j, coalesce(min((h * multipliers[j] + addends[j]) % 2147483647), 2147483647) as lowest
          from generate_series(1, 72) j left join unnest(hashes) h on true group by j) m;
    buckets := '{}';
    for band in 1 .. 12 loop
        bucket := band;
        for r in 1 .. 6 loop
            bucket := (bucket * 1000003 + lowest[(band - 1) * 6 + r]) % 2147483647;
        end loop;
        buckets := buckets || bucket::int;
    end loop;
    group_bits := registry.trigram_bits(hashes);
    bits := registry.trigram_bits(registry.trigram_hashes(words));
    return next;
end $$;
comment on function registry.title_signature(text) is 'Dấu vết của tên mô hình / The signature of a title, from its comparison key.';

create or replace function registry.title_probe(name text, unit_id bigint default null)
returns jsonb language sql stable set search_path = registry, pg_temp as $$
-- The probe of one title, for psql: select * from registry.similar_models(jsonb_build_array(registry.title_probe('Trồng cây quế'))).
    select jsonb_build_object('id', 0, 'group', t.title_group, 'buckets', t.buckets, 'group_bits', t.group_bits, 'bits', t.bits)
           || case when unit_id is null then '{}' else jsonb_build_object('unit_id', unit_id) end
    from registry.title_signature(registry.name_key(name)) t
$$;
comment on function registry.title_probe(text, bigint) is 'Câu hỏi tìm mô hình giống theo tên / The probe of one title for registry.similar_models.';
