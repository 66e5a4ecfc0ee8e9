-- Other names under which a title is looked for.
create table title_aliases (
  title_id bigint not null references titles on delete cascade,
  alias    text not null constraint title_aliases_length check (char_length(alias) between 1 and 300),
  primary key (title_id, alias)
);

-- What the search index knows carries the transaction that wrote it last, as ratings do: the index
-- says from which on it may lack rows, and its readers ask for those.
alter table titles add column changed_xid bigint not null default (pg_current_xact_id()::text::bigint);
alter table people add column changed_xid bigint not null default (pg_current_xact_id()::text::bigint);
alter table famous_lines add column changed_xid bigint not null default (pg_current_xact_id()::text::bigint);
alter table title_aliases add column changed_xid bigint not null default (pg_current_xact_id()::text::bigint);

comment on column titles.changed_xid is 'the transaction that wrote the row last: what the search index asks for';

create index titles_by_change on titles (changed_xid, title_id);

create index people_by_change on people (changed_xid, person_id);

create index famous_lines_by_change on famous_lines (changed_xid, line_id);

create index title_aliases_by_change on title_aliases (changed_xid, title_id);

create trigger titles_stamp before update on titles for each row execute function stamp_changed_xid();

create trigger people_stamp before update on people for each row execute function stamp_changed_xid();

create trigger famous_lines_stamp before update on famous_lines for each row execute function stamp_changed_xid();

create trigger title_aliases_stamp before update on title_aliases for each row execute function stamp_changed_xid();
