-- One row for each data set ever loaded; progress lets a broken import go on where it was.
create table imports (
  source      text primary key,
  format      text not null,
  digest      text not null,
  progress    bigint not null default 0,
  started_at  timestamptz not null default now(),
  finished_at timestamptz
);

comment on column imports.digest is 'SHA-256 of the files, so that another data set under the same name is noticed';
