-- Titles that a user does not want to be shown again.
create table dismissed_titles (
  user_id      bigint not null references users on delete cascade,
  title_id     bigint not null references titles on delete cascade,
  dismissed_at timestamptz not null default now(),
  primary key (user_id, title_id)
);
