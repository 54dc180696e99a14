-- A customer's receipts, the newest first.
alter table acceptance_evidence
  add key acceptance_evidence_of_customer (customer_id, id);
