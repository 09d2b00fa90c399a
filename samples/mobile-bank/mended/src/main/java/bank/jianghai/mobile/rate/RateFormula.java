package bank.jianghai.mobile.rate;

import java.math.BigDecimal;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;
import org.springframework.stereotype.Component;

/** Works out what a customer gets for an amount in another currency. */
@Component
public class RateFormula {

    private final SpelExpressionParser parser = new SpelExpressionParser();

    /** Evaluates the customer's own formula, such as "amount * 7.1 - 3". */
    public BigDecimal custom(String formula, BigDecimal amount) {
        BigDecimal factor = new BigDecimal(formula.strip());
        return amount.multiply(factor);
    }

    /** Evaluates the bank's formula. */
    public BigDecimal standard(BigDecimal amount) {
        Expression expression = parser.parseExpression("amount * 7.05");
        SimpleEvaluationContext context = SimpleEvaluationContext.forReadOnlyDataBinding().build();
        return expression.getValue(context, new Input(amount), BigDecimal.class);
    }

    /** What a formula may read. */
    public record Input(BigDecimal amount) {

        public BigDecimal getAmount() {
            return amount;
        }
    }
}
