-- What a receipt says of how it was paid: the card's name and its last four digits.
alter table payment_orders add column method text
  constraint payment_orders_method check (char_length(method) between 1 and 60);

create index payment_orders_by_user on payment_orders (user_id);
