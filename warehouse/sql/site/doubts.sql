-- What rules saw and did not understand, by rule and reason.
select rule, reason, count(*) as times
from main.doubts
group by all
order by times desc, rule, reason
