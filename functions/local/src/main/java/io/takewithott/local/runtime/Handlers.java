package io.takewithott.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import io.takewithott.core.Environment;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Makes handler objects from the names in a template, and gives every kind the stream handler's
 * shape.
 */
final class Handlers {

  private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

  private Handlers() {}

  /**
   * A new handler: by its public constructor with an {@link Environment} if it has one, else
   * without arguments.
   *
   * @param name "io.x.FooHandler" or "io.x.FooHandler::handleRequest"
   */
  static RequestStreamHandler make(String name, Map<String, String> environment, ClassLoader loader)
      throws ReflectiveOperationException {
    String[] parts = name.split("::", -1);
    if (parts.length > 2 || (parts.length == 2 && !parts[1].equals("handleRequest"))) {
      throw new NoSuchMethodException(
          "The handler "
              + name
              + " names a method; supported are a class that implements RequestHandler or"
              + " RequestStreamHandler, and its method handleRequest");
    }
    Object handler = construct(Class.forName(parts[0], true, loader), environment);
    if (handler instanceof RequestStreamHandler stream) {
      return stream;
    }
    if (handler instanceof RequestHandler<?, ?> typed) {
      return overStreams(typed, loader);
    }
    throw new ClassCastException(
        parts[0] + " implements neither RequestHandler nor RequestStreamHandler");
  }

  private static Object construct(Class<?> type, Map<String, String> environment)
      throws ReflectiveOperationException {
    try {
      for (Constructor<?> constructor : type.getConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Environment.class) {
          return constructor.newInstance(Environment.of(environment));
        }
      }
      return type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  /**
   * As the runtime does: AWS's event classes by their own serializers, everything else by the
   * shaded Jackson.
   */
  private static RequestStreamHandler overStreams(RequestHandler<?, ?> typed, ClassLoader loader)
      throws ClassNotFoundException {
    Type[] types = typeArguments(typed.getClass());
    @SuppressWarnings("unchecked")
    RequestHandler<Object, Object> handler = (RequestHandler<Object, Object>) typed;
    PojoSerializer<Object> input = serializer(types[0], loader);
    PojoSerializer<Object> output = serializer(types[1], loader);
    return (in, out, context) -> {
      Object answer = handler.handleRequest(input.fromJson(in), context);
      if (answer == null) {
        out.write(NULL);
      } else {
        output.toJson(answer, out);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static PojoSerializer<Object> serializer(Type type, ClassLoader loader) {
    if (type instanceof Class<?> plain
        && LambdaEventSerializers.isLambdaSupportedEvent(plain.getName())) {
      return (PojoSerializer<Object>) LambdaEventSerializers.serializerFor(plain, loader);
    }
    return JacksonFactory.getInstance().getSerializer(type);
  }

  private static Type[] typeArguments(Class<?> type) throws ClassNotFoundException {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Type implemented : each.getGenericInterfaces()) {
        if (implemented instanceof ParameterizedType parameterized
            && parameterized.getRawType() == RequestHandler.class) {
          return parameterized.getActualTypeArguments();
        }
      }
    }
    throw new ClassNotFoundException(
        type.getName()
            + " implements RequestHandler without saying its two types; write RequestHandler<In, Out>");
  }
}
