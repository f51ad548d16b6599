, item AS (
    SELECT award_id AS key, position, pence,
        'Award to {organisation:' || recipient || '} from {fund:' || fund_id || '}, with effect from {day:'
            || effective_on || '}' AS sentence, 'AWARD' AS subject, award_id AS subject_id
    FROM award_made WHERE effective_on BETWEEN :from AND :until AND award_id NOT IN (SELECT award_id FROM ended)
)
