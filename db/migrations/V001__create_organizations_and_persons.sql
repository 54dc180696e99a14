-- Times are UTC. Identifiers are UUID version 7 made by the application, except tenant ids, which come from the
-- OpenID provider (the tid claim).

alter database character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

create table country (
  code char(2) character set ascii not null primary key comment 'ISO 3166-1 alpha-2',
  csp_region varchar(40) character set ascii not null,
  currency char(3) character set ascii null
);

create table organization (
  id uuid not null primary key comment 'tenant id',
  kind varchar(8) character set ascii not null,
  state varchar(9) character set ascii not null,
  legal_name varchar(200) not null,
  domain varchar(253) null,
  domain_verified boolean not null default false,
  country char(2) character set ascii not null,
  cloud varchar(13) character set ascii not null,
  address_line1 varchar(200) not null,
  address_line2 varchar(200) null,
  city varchar(100) not null,
  state_or_province varchar(50) null,
  postal_code varchar(20) null,
  phone varchar(40) null,
  email varchar(254) null comment 'where notices to the organization go',
  mpn_id varchar(20) null,
  language char(2) character set ascii not null,
  time_zone varchar(40) character set ascii not null,
  created_at datetime(6) not null,
  version int not null default 0,
  constraint organization_kind_known check (kind in ('partner', 'customer')),
  constraint organization_state_known check (state in ('pending', 'active', 'suspended')),
  constraint organization_cloud_known check (cloud in ('public', 'us-government', 'germany')),
  constraint organization_country_known foreign key (country) references country (code)
);

create table organization_capacity (
  organization_id uuid not null,
  capacity varchar(17) character set ascii not null,
  primary key (organization_id, capacity),
  constraint organization_capacity_known
    check (capacity in ('direct-bill', 'indirect-provider', 'indirect-reseller')),
  constraint organization_capacity_of foreign key (organization_id) references organization (id)
);

create table person (
  id uuid not null primary key,
  issuer varchar(255) character set ascii collate ascii_bin not null,
  subject varchar(255) character set ascii collate ascii_bin not null,
  tenant_id uuid not null comment 'at the last sign-in; may be an organization the portal does not know yet',
  name varchar(200) not null,
  email varchar(254) null,
  phone varchar(40) null,
  roles varchar(100) character set ascii not null comment 'as the provider last said them',
  language char(2) character set ascii null,
  theme varchar(6) character set ascii null,
  time_zone varchar(40) character set ascii null,
  created_at datetime(6) not null,
  last_signed_in_at datetime(6) not null,
  unique key person_identity (issuer, subject),
  key person_of_tenant (tenant_id)
);

create table session (
  digest binary(32) not null primary key comment 'SHA-256 of the cookie',
  person_id uuid not null,
  tenant_id uuid not null comment 'as the provider said it at this sign-in, as are the roles and the domain',
  verified_domain varchar(253) character set ascii null comment 'of the address claim the provider vouches for',
  roles varchar(100) character set ascii not null,
  csrf_secret binary(32) not null,
  provider_session varchar(255) character set ascii null comment 'the sid claim',
  created_at datetime(6) not null,
  last_seen_at datetime(6) not null,
  ends_at datetime(6) not null,
  key session_of_person (person_id),
  key session_of_provider_session (provider_session),
  key session_end (ends_at),
  key session_rest (last_seen_at),
  constraint session_of foreign key (person_id) references person (id)
);

-- Read only at sign-out, so that the row read by every request stays small.
create table session_token (
  session_digest binary(32) not null primary key,
  id_token varbinary(8000) not null comment 'sealed with the portal key',
  constraint session_token_of foreign key (session_digest) references session (digest) on delete cascade
);

-- What must be remembered between leaving for the OpenID provider and coming back.
create table sign_in_attempt (
  digest binary(32) not null primary key comment 'SHA-256 of the cookie',
  state varchar(200) character set ascii not null,
  nonce varchar(200) character set ascii not null,
  code_verifier varchar(200) character set ascii not null,
  return_to varbinary(1500) not null comment 'sealed with the portal key, because it may hold a link',
  ends_at datetime(6) not null,
  key sign_in_attempt_end (ends_at)
);
