-- Which title of ours is which elsewhere, so that two sources of the same film make one title.
create table title_links (
  title_id bigint not null references titles on delete cascade,
  site     text not null constraint title_links_site check (site in ('tmdb-film', 'tmdb-series', 'imdb')),
  key      text not null,
  primary key (site, key),
  constraint title_links_once unique (title_id, site),
  constraint title_links_key check (
    (site = 'imdb' and key ~ '^tt[0-9]{5,12}$') or (site <> 'imdb' and key ~ '^[1-9][0-9]{0,9}$'))
);

comment on column title_links.key is 'IMDb''s as in its addresses, with tt';

create index titles_by_original on titles (lower(left(original_title, 300)), year);
