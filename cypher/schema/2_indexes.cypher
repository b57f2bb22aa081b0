// What queries look for beside the id.
CREATE INDEX record_group IF NOT EXISTS FOR (n:Record) ON (n.group);
CREATE INDEX meeting_date IF NOT EXISTS FOR (n:Meeting) ON (n.date);
CREATE INDEX agenda_item_date IF NOT EXISTS FOR (n:AgendaItem) ON (n.date);
CREATE INDEX case_number_number IF NOT EXISTS FOR (n:CaseNumber) ON (n.number);
CREATE INDEX case_last_date IF NOT EXISTS FOR (n:Case) ON (n.last_date);
CREATE INDEX reference_date IF NOT EXISTS FOR (n:Reference) ON (n.date);
CREATE INDEX decision_date IF NOT EXISTS FOR (n:Decision) ON (n.date);
CREATE INDEX person_name IF NOT EXISTS FOR (n:Person) ON (n.name);
CREATE INDEX organisation_name IF NOT EXISTS FOR (n:Organisation) ON (n.name);
CREATE INDEX law_title IF NOT EXISTS FOR (n:Law) ON (n.title);
CREATE INDEX case_municipality IF NOT EXISTS FOR (n:Case) ON (n.municipality);
CREATE INDEX link_municipality IF NOT EXISTS FOR (n:Link) ON (n.municipality);
CREATE INDEX conflict_municipality IF NOT EXISTS FOR (n:Conflict) ON (n.municipality);
CREATE INDEX meeting_status IF NOT EXISTS FOR (n:Meeting) ON (n.status);
CREATE INDEX judgement_municipality IF NOT EXISTS FOR (n:Judgement) ON (n.municipality);
