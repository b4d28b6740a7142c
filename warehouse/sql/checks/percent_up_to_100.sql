-- severity: warning
-- No share is above 100 per cent; changes and comparisons may be.
select
    m.release_id as release_id,
    m.metric_id as row_id,
    m.text || ': ' || m.value || ' percent' as detail
from metrics as m
where m.unit = 'percent' and m.direction is null and greatest(m.value, coalesce(m.value_high, 0)) > 100
