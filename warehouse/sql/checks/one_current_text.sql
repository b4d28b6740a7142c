-- severity: blocking
-- Every release has exactly one current version, and its text is the release's.
select
    r.release_id as release_id,
    null as row_id,
    count(v.version_id) || ' current versions with its text' as detail
from releases as r
left join release_versions as v on v.release_id = r.release_id and v.is_current and v.text = r.text
group by r.release_id
having count(v.version_id) <> 1
union all
select
    v.release_id,
    v.version_id,
    'is current, and not the text of its release'
from release_versions as v
join releases as r using (release_id)
where v.is_current and v.text <> r.text
