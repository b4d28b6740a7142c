create macro current_release_id(id) as
    coalesce((select max(a.release_id) from pipeline.release_aliases as a where a.alias_id = id), id);

comment on macro current_release_id is
    'The id that stands for a release id now: the id itself, or the one it was merged into. Use it wherever you kept an id: where release_id = current_release_id(''…'').';
