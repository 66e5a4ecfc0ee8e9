-- Parties that anybody can join now, with what the next seat costs: an offer beside the services' own plans.
create view open_seats as
select p.party_id, p.host_id, p.service, p.plan, l.catalogue_plan, l.name as plan_name, p.title,
       f.free, f.share, p.fee, f.share + p.fee as monthly_won, p.starts_on, coalesce(c.with_ads, false) as with_ads
  from parties p
  join party_plans l on l.service = p.service and l.plan = p.plan
  left join plans c on c.plan = l.catalogue_plan
  join lateral (
    select count(*) as free, (array_agg(s.share order by s.position))[1] as share
      from seats s
     where s.party_id = p.party_id
       and (s.state = 'free'
            or (s.state = 'locked' and s.locked_until <= now()
                and exists (select 1 from payment_orders o where o.order_id = s.order_id and o.state = 'awaiting')))) f
    on f.free > 0
 where p.state = 'open' and p.invite_code is null;
