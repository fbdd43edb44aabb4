# Build:  docker build -t spoolbot .
#         with ffmpeg: docker build --build-arg FFMPEG=yes -t spoolbot .
# Run:    docker run --read-only -p 127.0.0.1:8080:8080 -v spoolbot:/var/lib/spoolbot spoolbot
ARG BASE=debian:bookworm-slim
ARG JDK=eclipse-temurin:25-jdk

FROM ${JDK} AS build
RUN command -v mvn >/dev/null || (apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*)
WORKDIR /src
COPY . .
RUN mvn -B -q -DskipTests package
# By hand: jdeps cannot look into automatic modules.
RUN jlink_home="${JAVA_HOME:-$(ls -d /usr/lib/jvm/*25* | head -n 1)}" \
    && "$jlink_home/bin/jlink" --no-header-files --no-man-pages --compress zip-6 \
       --add-modules java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs \
       --include-locales en,ru \
       --output /src/bot-core/dist/target/spoolbot/runtime \
    && rm -f /src/bot-core/dist/target/spoolbot/lib/spoolbot.aot

FROM ${BASE}
# Voice messages and still pictures need ffmpeg; it makes the image much larger.
ARG FFMPEG=no
RUN [ "$FFMPEG" = no ] || (apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*)
RUN mkdir -p /var/lib/spoolbot && chown 10001:10001 /var/lib/spoolbot
COPY --from=build --chown=0:0 /src/bot-core/dist/target/spoolbot /opt/spoolbot
# One start and stop writes the start-up cache. Without it the server only starts more slowly.
RUN (echo stop | SPOOLBOT_AOT_TRAINING=1 timeout 120 /opt/spoolbot/bin/spoolbot run --home /tmp/training >/dev/null 2>&1) || true; \
    rm -rf /tmp/training; chmod -f a+r /opt/spoolbot/lib/spoolbot.aot || true
# Who reaches the port is decided by -p; the playground lets nobody from outside the container in without the console's link.
ENV SPOOLBOT_HOME=/var/lib/spoolbot \
    SPOOLBOT_HTTP_HOST=0.0.0.0 \
    LANG=C.UTF-8
USER 10001:10001
WORKDIR /var/lib/spoolbot
VOLUME /var/lib/spoolbot
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SPOOLBOT_HTTP_PORT:-8080} && printf 'GET /healthz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/spoolbot/bin/spoolbot"]
