package io.takewithott.payment.party;

/** The statements of {@link PartyStore}. */
final class PartySql {
  /** A host has so many parties at a time. */
  private static final int MOST_PARTIES = 10;

  static final String CREATE =
      """
      with made as (
        insert into parties (host_id, service, plan, title, relation, seats, price, fee, starts_on, state,
                             invite_code, idempotency_key, created_at)
        select u.user_id, :service, :plan, :title, :relation, :seats, :price, :fee, :startsOn, 'open',
               :invitation, :key, to_timestamp(:now)
          from users u
         where u.user_id = :hostId and u.deleted_at is null
           and (select count(*) from parties where host_id = :hostId and state <> 'closed') < MOST
        returning party_id, host_id),
      seated as (
        insert into seats (party_id, position, share, state, user_id)
        select made.party_id, w.position - 1, w.share,
               case when w.position = 1 then 'taken' else 'free' end,
               case when w.position = 1 then made.host_id end
          from made, unnest(string_to_array(:shares, ',')::integer[]) with ordinality as w (share, position))
      select party_id from made
      """
          .replace("MOST", Integer.toString(MOST_PARTIES));

  /** A seat that can be had: nobody's, or locked by somebody who took too long. */
  private static final String IS_FREE =
      """
      (s.state = 'free' or (s.state = 'locked' and s.locked_until <= to_timestamp(:now)
        and exists (select 1 from payment_orders o where o.order_id = s.order_id and o.state = 'awaiting')))
      """;

  static final String LIST =
      """
      select p.party_id, p.service, p.plan, l.name as plan_name, p.title, u.nickname as host, p.seats,
             f.free, f.share, p.fee, to_char(p.starts_on, 'YYYY-MM-DD') as starts_on
        from parties p
        join party_plans l on l.service = p.service and l.plan = p.plan
        join users u on u.user_id = p.host_id
        join lateral (
          select count(*) as free, (array_agg(s.share order by s.position))[1] as share
            from seats s where s.party_id = p.party_id and IS_FREE) f on true
       where p.state = 'open' and p.invite_code is null and p.party_id < :before
         and (cast(:service as text) is null or p.service = :service)
         and f.free >= :free and f.share + p.fee <= :most and p.starts_on <= :by
       order by p.party_id desc limit :page
      """
          .replace("IS_FREE", IS_FREE);

  static final String FIND =
      """
      with seen as (
        select p.*, p.host_id = :userId or exists (
                 select 1 from memberships m
                  where m.party_id = p.party_id and m.user_id = :userId and m.state <> 'ended') as inside
          from parties p where p.party_id = :partyId)
      select p.party_id, p.host_id, u.nickname as host, p.service, p.plan, l.name as plan_name, l.seat_type,
             l.rule, l.rule_source, to_char(l.rule_as_of, 'YYYY-MM-DD') as rule_as_of, p.title, p.relation,
             p.price, p.fee, to_char(p.starts_on, 'YYYY-MM-DD') as starts_on, p.state, p.inside,
             p.inside or p.invite_code is null or p.invite_code = :code as visible,
             coalesce(p.offered_to = :userId, false) as offered,
             case when p.host_id = :userId then p.invite_code end as invite_code,
             (select json_agg(json_build_object(
                       'position', s.position, 'share', s.share,
                       'state', case when IS_FREE then 'free' else s.state end,
                       'nickname', case when p.inside then t.nickname end,
                       'membership_id', case when p.inside then m.membership_id end,
                       'own', case when s.user_id = :userId then true end) order by s.position)
                from seats s
                left join users t on t.user_id = s.user_id
                left join memberships m on m.seat_id = s.seat_id and m.state <> 'ended'
               where s.party_id = p.party_id)::text as seats_json
        from seen p
        join party_plans l on l.service = p.service and l.plan = p.plan
        join users u on u.user_id = p.host_id
      """
          .replace("IS_FREE", IS_FREE);

  static final String MINE =
      """
      select p.party_id, p.title, p.service, p.plan, p.state, p.host_id = :userId as host,
             m.membership_id, m.state as membership_state,
             (select to_char(max(c.starts_on + c.days), 'YYYY-MM-DD') from cycles c
               where c.membership_id = m.membership_id and c.state = 'paid') as paid_until,
             to_char(m.access_at at time zone 'Asia/Seoul', 'YYYY-MM-DD') as access_on,
             case when m.access_at is null
                  then to_char(m.access_by at time zone 'Asia/Seoul', 'YYYY-MM-DD') end as access_by,
             m.renews,
             case when m.renews and m.state = 'active' and p.state <> 'closed' then (
               select to_char(coalesce(min(c.due_on) filter (where c.state in ('due', 'charging')),
                                       max(c.starts_on + c.days)), 'YYYY-MM-DD')
                 from cycles c where c.membership_id = m.membership_id) end as renews_on,
             s.share + p.fee as monthly,
             (select to_char(v.change_by, 'YYYY-MM-DD') from vaults v
               where v.party_id = p.party_id and p.host_id = :userId) as change_password_by
        from parties p
        left join memberships m on m.party_id = p.party_id and m.user_id = :userId and m.state <> 'ended'
        left join seats s on s.seat_id = m.seat_id
       where (p.host_id = :userId and p.state <> 'closed') or m.membership_id is not null
       order by p.party_id desc limit 100
      """;

  static final String MOVE =
      """
      update parties
         set state = :state, offered_to = null, closed_at = case when :closes then to_timestamp(:now) end
       where party_id = :partyId and host_id = :hostId and state = any(string_to_array(:from, ','))
      """;

  static final String OFFER =
      """
      update parties p set offered_to = m.user_id
        from memberships m
       where p.party_id = :partyId and p.host_id = :hostId and p.state <> 'closed'
         and m.membership_id = :membershipId and m.party_id = p.party_id and m.state = 'active'
      """;

  private static final String IN_DOUBT =
      """
      (m.access_at is null
        or exists (select 1 from party_claims c
                    where c.membership_id = m.membership_id and c.state in ('open', 'escalated', 'proposed'))
        or exists (select 1 from cycles y
                    where y.membership_id = m.membership_id and y.state = 'paid'
                      and y.starts_on + y.served_days < least(:today, y.starts_on + y.days)))
      """;

  /**
   * The new host, no member any more, takes the host's seat. Only while nothing of the old host's
   * can be in doubt: everybody has access, nobody claims, and every day that is over is credited.
   */
  static final String HAND_OVER =
      """
      with moved as (
        update parties p set host_id = :userId, offered_to = null
         where p.party_id = :partyId and p.offered_to = :userId and p.state <> 'closed'
           and not exists (select 1 from memberships m
                            where m.party_id = p.party_id and m.state <> 'ended'
                              and (m.user_id = :userId or IN_DOUBT))
        returning p.party_id)
      update seats s set user_id = :userId from moved where s.party_id = moved.party_id and s.position = 0
      """
          .replace("IN_DOUBT", IN_DOUBT);

  /** How many memberships stand in the way of a new host, and which are to be credited first. */
  static final String READY =
      """
      select (select count(*) from memberships m
               where m.party_id = p.party_id and m.state <> 'ended' and IN_DOUBT) as in_doubt
        from parties p
       where p.party_id = :partyId and p.offered_to = :userId and p.state <> 'closed'
      """
          .replace("IN_DOUBT", IN_DOUBT);

  static final String MEMBERS =
      "select membership_id from memberships where party_id = :partyId and state <> 'ended' order by membership_id";

  private PartySql() {}
}
