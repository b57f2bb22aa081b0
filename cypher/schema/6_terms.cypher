// Sections of laws are looked up by their number; and the store notes here by which rules the terms of its graph are made.
CREATE INDEX provision_section IF NOT EXISTS FOR (n:Provision) ON (n.section);
