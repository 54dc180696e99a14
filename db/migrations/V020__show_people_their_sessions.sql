-- So that people recognize their own sessions and can end one by one.
alter table session
  add column id uuid null,
  add column ip varchar(45) character set ascii null,
  add column user_agent varchar(200) null,
  add unique key session_id (id);
