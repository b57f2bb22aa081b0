// Key of the topics of KL's Emnesystematik, and their numbers, by which they are looked up.
CREATE CONSTRAINT topic_id IF NOT EXISTS FOR (n:Topic) REQUIRE n.id IS UNIQUE;
CREATE INDEX topic_number IF NOT EXISTS FOR (n:Topic) ON (n.number);
