-- What the admins of a community set from chat, with who and when. An item is what is on a list; a single value has none. A value that was
-- taken back is empty, and a list's own row without item says who changed it last.
CREATE TABLE community_setting (
    platform TEXT NOT NULL,
    community TEXT NOT NULL,
    name TEXT NOT NULL,
    item TEXT NOT NULL,
    value TEXT NOT NULL,
    member TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (platform, community, name, item)
) STRICT, WITHOUT ROWID;
