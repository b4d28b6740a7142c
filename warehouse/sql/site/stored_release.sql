-- The release an id, an id given up in a merge, or an address stands for.
select r.release_id, r.url, r.title, r.published_on, r.published_on_from, r.kind, r.layout, r.text
from main.releases as r
where r.release_id = $target
    or r.release_id in (select a.release_id from pipeline.release_aliases as a where a.alias_id = $target)
    or r.release_id in (select u.release_id from main.release_urls as u where u.url in ($target, $address))
limit 1
