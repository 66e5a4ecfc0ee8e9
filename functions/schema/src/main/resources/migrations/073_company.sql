-- Who is in a party with whom, the host among them: what other parts may know of it.
create view party_company as
with inside as (
  select p.party_id, p.title, p.host_id as user_id from parties p where p.state <> 'closed'
  union all
  select p.party_id, p.title, m.user_id
    from parties p join memberships m on m.party_id = p.party_id
   where p.state <> 'closed' and m.state <> 'ended')
select a.user_id, b.user_id as companion_id, a.party_id, a.title
  from inside a join inside b on b.party_id = a.party_id and b.user_id <> a.user_id;

-- With whom somebody may choose what to watch, and why. Both sides have a say: following each other, or being accepted
-- by somebody private; being in one party does, where the other hides nothing. Blocking ends it, either way.
create view watching_company as
select f.follower_id as user_id, o.user_id as companion_id, 'follows' as through, null::text as party,
       o.is_private or exists (select from follows back
                                where back.follower_id = o.user_id and back.followee_id = f.follower_id
                                  and back.state = 'following') as agreed
  from follows f join users o on o.user_id = f.followee_id and o.deleted_at is null
 where f.state = 'following'
   and not exists (select from blocks b
                    where (b.user_id, b.blocked_id) in ((f.follower_id, o.user_id), (o.user_id, f.follower_id)))
union all
select c.user_id, o.user_id, 'party', c.title, true
  from party_company c join users o on o.user_id = c.companion_id and o.deleted_at is null and not o.is_private
 where not exists (select from blocks b
                    where (b.user_id, b.blocked_id) in ((c.user_id, o.user_id), (o.user_id, c.user_id)));

comment on view watching_company is 'through following or a party; agreed is false for somebody public who does not follow back';
