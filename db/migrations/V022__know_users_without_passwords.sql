-- Users of an upload get no password until it is reset.
alter table customer_user
  add column needs_password boolean not null default false comment 'came without one, and none was made since'
    after password_reset_at;
