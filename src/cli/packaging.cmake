# What stands around the program: its version, its own libraries, installation and packages.
find_package(LibXml2 2.9 REQUIRED)
target_link_libraries(incidents_program PUBLIC fmt::fmt PRIVATE LibXml2::LibXml2)
target_compile_definitions(incidents_program PRIVATE INCIDENTS_VERSION="${PROJECT_VERSION}")

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# Completions and the manual are made by the program itself, so that they know every flag.
set(shell_files ${PROJECT_BINARY_DIR}/shell)
set(shell_outputs)
foreach(row "bash incidents.bash completions" "zsh _incidents completions" "fish incidents.fish completions" "- incidents.1 man")
  separate_arguments(row)
  list(GET row 0 shell)
  list(GET row 1 file)
  list(GET row 2 command)
  if(shell STREQUAL "-")
    set(shell "")
  endif()
  add_custom_command(OUTPUT ${shell_files}/${file}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${shell_files}
    COMMAND incidents_cli ${command} ${shell} > ${shell_files}/${file}
    DEPENDS incidents_cli)
  list(APPEND shell_outputs ${shell_files}/${file})
endforeach()
add_custom_target(incidents_shell_files ALL DEPENDS ${shell_outputs})

install(TARGETS incidents_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${shell_files}/incidents.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME incidents)
install(FILES ${shell_files}/_incidents DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${shell_files}/incidents.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES ${shell_files}/incidents.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES LICENSE NOTICE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY data/schema data/examples data/lnav DESTINATION ${CMAKE_INSTALL_DATADIR}/incidents)

# The library, to be found by find_package(incidents).
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS incidents EXPORT incidents_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT incidents_targets NAMESPACE incidents:: FILE incidents-targets.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/incidents)
file(WRITE ${PROJECT_BINARY_DIR}/incidents-config.cmake
"include(CMakeFindDependencyMacro)
find_dependency(ICU COMPONENTS uc i18n data)
find_dependency(fmt)
include(\${CMAKE_CURRENT_LIST_DIR}/incidents-targets.cmake)
")
write_basic_package_version_file(${PROJECT_BINARY_DIR}/incidents-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/incidents-config.cmake ${PROJECT_BINARY_DIR}/incidents-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/incidents)

set(CPACK_GENERATOR TGZ DEB)
set(CPACK_PACKAGE_CONTACT "the incidents maintainers <maintainers@incidents.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_RESOURCE_FILE_README ${PROJECT_SOURCE_DIR}/README.md)
include(CPack)
