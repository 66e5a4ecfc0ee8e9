-- From which rows of the home page somebody opened titles: what is opened often comes further up.
create table row_opens (
  user_id   bigint not null references users on delete cascade,
  kind      text not null constraint row_opens_kind check (char_length(kind) <= 20),
  subject   text not null constraint row_opens_subject check (char_length(subject) <= 40),
  weight    double precision not null constraint row_opens_weight check (weight >= 0),
  opened_at timestamptz not null,
  primary key (user_id, kind, subject)
);

comment on column row_opens.weight is 'openings as of opened_at; each is worth half after 30 days';
