package io.entrepot.app;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The Spring application of one node; {@code app.node.Node} starts it with its parts. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan("io.entrepot")
public class EntrepotApplication {}
