# Packs the build, unpacks what came out, and looks for what a user expects of an installed program.
# cmake -DBUILD=<build folder> -DWORK=<folder to work in> -P run.cmake
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})

function(run)
  execute_process(COMMAND ${ARGV} WORKING_DIRECTORY ${BUILD} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGV}: ${result}\n${output}")
  endif()
endfunction()

function(check root)
  foreach(file bin/incidents share/bash-completion/completions/incidents share/zsh/vendor-completions/_incidents
               share/fish/vendor_completions.d/incidents.fish share/man/man1/incidents.1 share/doc/incidents/LICENSE
               share/doc/incidents/NOTICE share/incidents/schema/incidents-1.schema.json
               share/incidents/lnav/incidents.json share/incidents/examples/ramnagar.txt)
    if(NOT EXISTS ${root}/${file})
      message(FATAL_ERROR "not in the package: ${file}")
    endif()
  endforeach()
  run(${root}/bin/incidents parse --quiet --date 2024-07-26 ${root}/share/incidents/examples)
endfunction()

run(${CPACK} -G TGZ -B ${WORK})
file(GLOB archive ${WORK}/*.tar.gz)
file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${WORK}/tgz)
file(GLOB root ${WORK}/tgz/incidents-*)
check(${root})

find_program(dpkg_deb dpkg-deb)
if(dpkg_deb)
  run(${CPACK} -G DEB -B ${WORK})
  file(GLOB package ${WORK}/*.deb)
  run(${dpkg_deb} -x ${package} ${WORK}/deb)
  check(${WORK}/deb/usr)
endif()
file(REMOVE_RECURSE ${WORK})
