-- When what was begun is next looked after, so that one message waits for it and not one for each request.
create table recovery_clock (
  clock   boolean primary key constraint recovery_clock_one check (clock),
  next_at timestamptz not null
);
