create or replace function notice.template_on(code text, on_day date)
returns jsonb language sql stable set search_path = notice, pg_temp as $$
-- The template that a notice of a day is printed with.
-- Returns: {"code", "version", "file"}, of the newest version valid on the day; null when there is none.
-- Tables:  select - notice.template.
    select jsonb_build_object('code', t.code, 'version', t.version, 'file', t.file)
    from notice.template t
    where t.code = template_on.code and (t.valid_from is null or t.valid_from <= on_day)
    order by t.version desc limit 1
$$;
comment on function notice.template_on(text, date) is 'Mẫu thông báo của một ngày / The template that a notice of a day is printed with.';

create or replace function notice.legal_bases()
returns jsonb language sql stable set search_path = notice, pg_temp as $$
-- The documents that decisions on commendations may cite, of all systems and days, in the order of citation: [LegalBasis of DanVanKheo].
-- Tables: select - registry.document.
    select coalesce(jsonb_agg(jsonb_build_object('document_id', b.id, 'symbol', b.symbol, 'type', b.type_code, 'issuer', b.issuer,
        'issued_on', b.issued_on, 'title', b.title, 'system', b.system,
        'valid_from', lower(b.effective), 'valid_until', upper(b.effective) - 1)
        order by b.issued_on, b.id), '[]')
    from registry.document b
    where b.topic = 'khen_thuong' and b.effective is not null
$$;
comment on function notice.legal_bases() is 'Danh mục căn cứ khen thưởng / The documents that decisions on commendations may cite.';

create or replace function notice.decision_head(d registry.document, named_issuer text)
returns jsonb language sql stable set search_path = notice, pg_temp as $$
-- A decision as a notice names it: {"symbol", "issued_on", "issuer", "subject"}.
-- Parameters: named_issuer - who issued it by the record, where the document names nobody.
    select jsonb_build_object('symbol', d.symbol, 'issued_on', case when d.date_precision = 'day' then d.issued_on end,
        'issuer', coalesce(d.issuer, named_issuer, ''), 'subject', nullif(d.title, ''))
$$;
comment on function notice.decision_head(registry.document, text) is 'Quyết định được dẫn trong thông báo / A decision as a notice names it.';
