-- How often a field that may be empty is filled.
select 'releases with a date' as what, count(published_on) as filled, count(*) as rows from main.releases
union all
select 'quotations with a speaker', count(speaker), count(*) from main.quotations
union all
select 'metrics with a name of their own', count(*) filter (where name <> 'other'), count(*) from main.metrics
union all
select 'inspections with fieldwork dates', count(fieldwork_start), count(*) from main.inspections
union all
select 'inspections with an overall rating', count(overall_rating), count(*) from main.inspections
