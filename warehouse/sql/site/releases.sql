-- Every release, newest first.
select release_id, url, title, published_on, published_on_from, kind, layout, text, withdrawn_at
from main.releases
order by published_on desc nulls last, title, release_id
