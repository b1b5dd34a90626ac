create or replace function registry.rule_set(version int)
returns text language plpgsql stable security definer set search_path = registry, pg_temp as $$
-- The rule catalogue of one version, as the daemon reads it.
-- Returns: JSON text {"version", "rules": [{"code", "severity", "message", "valid_from", "valid_until"}], by code,
--          "abbreviations": [{"short", "long", "kind"}], "boilerplate": [{"phrase", "kind", "place"}],
--          "words": [{"family", "word"}]}.
-- Errors:  P0002 no such version.  Tables: select - rule, abbreviation, boilerplate, word.
declare
    rules jsonb;
begin
    select jsonb_agg(jsonb_build_object('code', r.code, 'severity', r.severity, 'message', r.message,
                                        'valid_from', r.valid_from, 'valid_until', r.valid_until) order by r.code)
    into rules from registry.rule r where r.rule_set = rule_set.version;
    if rules is null then
        raise exception 'Không có bộ quy tắc phiên bản % / no rule set %', version, version
            using errcode = 'no_data_found',
                  hint = 'Các phiên bản / versions: ' || coalesce((select string_agg(distinct r.rule_set::text, ', ') from registry.rule r), '–');
    end if;
    return jsonb_build_object(
        'version', version, 'rules', rules,
        'abbreviations', (select coalesce(jsonb_agg(jsonb_build_object('short', a.short, 'long', a.long, 'kind', a.kind) order by a.short), '[]')
                          from registry.abbreviation a),
        'boilerplate', (select coalesce(jsonb_agg(jsonb_build_object('phrase', b.phrase, 'kind', b.kind, 'place', b.place) order by b.phrase), '[]')
                        from registry.boilerplate b),
        'words', (select coalesce(jsonb_agg(jsonb_build_object('family', w.family, 'word', w.word) order by w.family, w.word), '[]')
                  from registry.word w))::text;
end $$;
comment on function registry.rule_set(int) is 'Danh mục quy tắc của một phiên bản / The rule catalogue of one version as JSON text.';
