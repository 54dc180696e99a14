-- How customers reach the support of the demo's partners.
update organization
set support_email = concat('support@', domain), support_phone = phone, support_website = concat('https://', domain, '/support')
where kind = 'partner' and support_email is null;
