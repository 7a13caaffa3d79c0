set local citus.multi_shard_modify_mode to 'sequential';

-- Whatever a module gives a calendar to may be subscribed to: which things those are, the modules say.
alter table bookings.feed drop constraint feed_about_check;
