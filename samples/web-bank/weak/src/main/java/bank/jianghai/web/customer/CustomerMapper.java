package bank.jianghai.web.customer;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.Update;

public interface CustomerMapper {

    @Select("select * from customer where name like '%${name}%'")
    List<Map<String, Object>> named(@Param("name") String name);

    @Select("select * from customer where id = #{id}")
    Map<String, Object> byId(@Param("id") long id);

    @Update("update customer set ${column} = #{value} where id = #{id}")
    int change(@Param("column") String column, @Param("value") String value, @Param("id") long id);

    @Delete({"delete from customer_note", "where customer_id in (${ids})"})
    int forget(@Param("ids") String ids);

    @SelectProvider(type = CustomerSql.class, method = "inBranch")
    List<Map<String, Object>> inBranch(@Param("branch") String branch);

    List<Map<String, Object>> search(@Param("name") String name, @Param("order") String order);

    List<Map<String, Object>> page(@Param("from") int from, @Param("size") int size);

    class CustomerSql {

        public String inBranch(@Param("branch") String branch) {
            return "select * from customer where branch = '" + branch + "'";
        }
    }
}
