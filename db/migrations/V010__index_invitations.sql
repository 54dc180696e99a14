-- The list of a partner's invitations reads one range of one index per page, whatever it is narrowed to. The state is
-- copied to the party when it changes, as closed_at is.
alter table invitation_party
  add column state varchar(8) character set ascii not null default 'open' comment 'of the invitation',
  add key invitation_party_by_id (partner_id, invitation_id),
  add key invitation_party_by_state (partner_id, state, invitation_id),
  add constraint invitation_party_state_known
    check (state in ('open', 'accepted', 'declined', 'revoked', 'expired'));

update invitation_party p join invitation i on i.id = p.invitation_id set p.state = i.state;

-- Whether a domain has an open invitation already.
alter table invitation add key invitation_to_domain (domain, state);
