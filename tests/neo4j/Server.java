import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Neo4j Community on loopback with authentication on, for the contract suite.
 *
 * Arguments: data folder, port, password of the user neo4j, and "csv" where the server may read CSV files of its own
 * import folder, as in the benchmark. Prints "ready" when it answers; ends when it is killed.
 */
public class Server {
    public static void main(String[] arguments) throws Exception {
        var address = new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1]));
        var server = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(BoltConnector.advertised_address, address)
            .setConfig(GraphDatabaseSettings.auth_enabled, true)
            .setConfig(GraphDatabaseSettings.allow_file_urls, arguments.length > 3) // false as in docker-compose.yml
            .build();
        var system = server.database("system");
        boolean isNew = system.executeTransactionally(
            "SHOW USERS YIELD passwordChangeRequired", Map.of(), rows -> (boolean) rows.next().get("passwordChangeRequired"));
        if (isNew) { // it was not started on this folder before
            system.executeTransactionally(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", arguments[2]));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
