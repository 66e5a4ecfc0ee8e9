-- What members show of themselves.
alter table users
  add column bio                text constraint users_bio_length check (char_length(bio) between 1 and 300),
  add column is_private         boolean not null default false,
  add column photo_key          text constraint users_photo_key_unique unique,
  add column photo_upload_key   text constraint users_photo_upload_key_unique unique,
  add column photo_upload_until timestamptz,
  drop constraint users_deleted_is_bare,
  add constraint users_deleted_is_bare check (
    deleted_at is null
    or (email is null and password_hash is null and nickname_key is null and age_band is null and role = 'user'
        and bio is null and photo_key is null and photo_upload_key is null));

comment on column users.is_private is 'others see nickname and picture alone, until they are accepted as followers';

comment on column users.photo_key is 'random: where the picture lies in S3, in two sizes';

comment on column users.photo_upload_key is 'where the owner may put a photo that becomes the picture';

-- Pictures that nobody has: not yet, or no longer. Who deletes one from S3 may leave its row for the sweep.
create table discarded_photos (
  photo_key text primary key,
  due_at    timestamptz not null
);

create index discarded_photos_by_due on discarded_photos (due_at);

create function discard_photo() returns trigger language plpgsql as $$
begin
  -- Due at once by anybody's clock.
  insert into discarded_photos (photo_key, due_at) values (old.photo_key, '-infinity')
  on conflict (photo_key) do update set due_at = excluded.due_at;
  return null;
end
$$;

create trigger users_photo_changed after update of photo_key on users for each row
  when (old.photo_key is not null and new.photo_key is distinct from old.photo_key)
  execute function discard_photo();

create trigger users_photo_left after delete on users for each row
  when (old.photo_key is not null)
  execute function discard_photo();
