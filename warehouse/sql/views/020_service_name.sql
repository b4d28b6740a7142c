create macro service_name(name) as
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        name,
        '\bPDU\b', 'Probation Delivery Unit'),
        '\bCRC\b', 'Community Rehabilitation Company'),
        '\bNPS\b', 'National Probation Service'),
        '\bYOS\b', 'Youth Offending Service'),
        '\bYOT\b', 'Youth Offending Team'),
        '\bYJS\b', 'Youth Justice Service');

comment on macro service_name is
    'A service''s name with its abbreviation written out (PDU, CRC, NPS, YOS, YOT, YJS), so that Southborough PDU and Southborough Probation Delivery Unit are one. The rating views take services together by it; compare with lower(service_name(organisation)).';
