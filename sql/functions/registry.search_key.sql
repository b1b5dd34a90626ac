create or replace function registry.search_key(value text)
returns text language plpgsql immutable strict parallel safe as $$
-- The key by which candidates are searched: registry.name_key without diacritics, đ → d.  Never for equality: Ma, Mã
-- and Mạ fall together.  The SQL twin of VietnameseText's searchKey; Tests/SchemaTests/NameKeyTests.swift proves them
-- equal.
-- Parameters: value - any text.
-- Returns:    the key; '' for a text without letters or digits.
declare
    key text := translate(registry.name_key(value),
        'àảãáạăằẳẵắặâầẩẫấậđðɖèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ',
        'aaaaaaaaaaaaaaaaadddeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyy');
begin
    -- What is left beyond ASCII is not Vietnamese, hence rare.
    if octet_length(key) > length(key) then
        key := normalize(regexp_replace(normalize(key, nfd), E'[\u0300-\u036f]+', '', 'g'), nfc);
    end if;
    return key;
end $$;
comment on function registry.search_key(text) is 'Khóa tìm kiếm không dấu / The key without diacritics by which candidates are searched; never for equality.';
