alter table titles add column release_date date
  constraint titles_release_date check (release_date between '1870-01-01' and '2100-12-31');

comment on column titles.release_date is 'first shown to the public in the main country; the year alone where no day is known';
