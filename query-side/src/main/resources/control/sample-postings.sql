, item AS (
    SELECT position || '-' || line AS key, position, amount_pence AS pence,
        'From ' || credit_account || ' to ' || debit_account || ', with effect from {day:' || effective_on || '}' AS sentence,
        CASE WHEN award_id IS NULL THEN 'FUND' ELSE 'AWARD' END AS subject, COALESCE(award_id, fund_id) AS subject_id
    FROM posting WHERE position <= :position AND effective_on BETWEEN :from AND :until
)
