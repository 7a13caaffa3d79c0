set local citus.multi_shard_modify_mode to 'sequential';

-- What an import had said in a row that a person has changed since, as a print: saying the same again takes the change back.
alter table people.teacher_year add column edited_print text;
