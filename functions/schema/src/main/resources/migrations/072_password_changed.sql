-- The room of a party hears that the password was changed, never to what; its host that it is to be.
create function tell_of_vault() returns trigger language plpgsql as $$
begin
  if new.version > old.version then
    perform post_room_event(new.party_id, 'password_changed', new.saved_by);
  end if;
  if new.stale and not old.stale then
    perform add_notification(p.host_id, 'password_to_change', new.party_id, null, null)
       from parties p where p.party_id = new.party_id;
  end if;
  return null;
end
$$;

create trigger vaults_tell after update on vaults for each row execute function tell_of_vault();
