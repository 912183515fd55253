package io.entrepot.app.schedule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code task:<name>}: a bean of this application. */
@Component
final class TaskTargets implements Targets.Kind {
  private final Map<String, ScheduledTask> tasks;

  TaskTargets(List<ScheduledTask> tasks) {
    this.tasks = tasks.stream().collect(Collectors.toMap(ScheduledTask::name, Function.identity()));
  }

  @Override
  public String prefix() {
    return "task";
  }

  @Override
  public ScheduledTask find(String name) {
    ScheduledTask task = tasks.get(name);
    if (task == null) {
      throw new IllegalArgumentException(
          "no task '" + name + "'; there is: " + tasks.keySet().stream().sorted().toList());
    }
    return task;
  }
}
