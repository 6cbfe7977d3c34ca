# To be sourced in the project's folder, with $work a folder to put things into: a Java, and a Python that has Spark.
if ! command -v java >/dev/null 2>&1; then
  apt-get update -q >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends default-jre-headless >&2
fi
venv=${VENV:-$work/venv}
if ! "$venv/bin/python" -c "import pyspark, pyarrow, pandas" 2>/dev/null; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r Integrations/Spark/requirements.txt
fi
# Spark's scripts would else take the first python3 of the path, in the driver and in the workers.
export PYSPARK_PYTHON="$venv/bin/python" PYSPARK_DRIVER_PYTHON="$venv/bin/python"
export SPARK_HOME="$("$venv/bin/python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')"
# Nothing leaves this machine.
export SPARK_LOCAL_IP=127.0.0.1
