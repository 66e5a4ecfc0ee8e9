-- What functions may do in the database. Said anew after the migrations of every deployment, so that it holds for
-- tables of all ages; and within one transaction, so that nobody is without rights meanwhile.
--
-- Rights are a role's that nobody can log in as. Those that functions log in as belong to it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'takewithott_app') then
    create role takewithott_app nologin;
  end if;
end
$$;

-- PostgreSQL lets everybody make temporary tables.
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end
$$;

revoke create on schema public from public;

revoke all on schema public from takewithott_app;

grant usage on schema public to takewithott_app;

revoke all on all tables in schema public from takewithott_app;

-- No truncate, no references, no trigger. Rows number themselves without a right to their sequence.
grant select, insert, update, delete on all tables in schema public to takewithott_app;

-- What may only grow. Triggers say so as well; a right that is missing cannot be switched off.
revoke update, delete on ledger_entries, ledger_postings, vault_reveals, desk_actions from takewithott_app;

-- Which migrations were applied is between the schema function and the database.
revoke all on schema_history from takewithott_app;

-- The import has tables analysed that it has filled.
grant maintain on titles, title_stats, title_links, title_genres, title_keywords, credits, people to takewithott_app;
